-- Grain: one row per meeting, respondent and recommendation, for all who were invited or replied.
-- Key: meeting_id, respondent, recommendation.
with invited as (
    select meetings.meeting_id, respondents.respondent
    from core.meetings
    join core.respondents
        on list_contains(string_split(meetings.invitees, ';'), respondents.respondent)
        or list_has_any(string_split(meetings.invitees, ';'), string_split(respondents.groups, ';'))
),
standing as (
    select meeting_id, respondent, status = 'included' as included, status = 'late' as late
    from core.replies
    where stands
),
asked as (
    select meeting_id, respondent from invited
    union
    select meeting_id, respondent from standing
),
general as (
    select meeting_id, respondent from core.answers where status = 'general'
)
select
    asked.meeting_id,
    asked.respondent,
    recommendations.recommendation,
    case
        when standing.included and coalesce(answers.status, 'blank') in ('blank', 'not_applicable')
            and general.respondent is not null then 'covered_by_general'
        when standing.included then coalesce(answers.status, 'not_in_form')
        when standing.late then 'late'
        else 'no_reply'
    end as status,
    case when standing.included then answers.action_taken end as action_taken,
    case when standing.included then coalesce(answers.words, 0) else 0 end as words,
    case when standing.included then answers.answer_id end as answer_id
from asked
join core.recommendations on recommendations.meeting_id = asked.meeting_id
left join standing on standing.meeting_id = asked.meeting_id and standing.respondent = asked.respondent
left join general on general.meeting_id = asked.meeting_id and general.respondent = asked.respondent
left join core.answers
    on answers.meeting_id = asked.meeting_id
    and answers.respondent = asked.respondent
    and answers.recommendation = recommendations.recommendation
order by asked.meeting_id, asked.respondent, recommendations.position
