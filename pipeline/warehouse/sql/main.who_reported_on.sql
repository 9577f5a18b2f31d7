-- Grain: one row per theme and answer that is about it, by its own words or by its recommendation's.
-- Key: theme, meeting_id, respondent, recommendation.
with about as (
    select themes.theme, answers.meeting_id, answers.respondent, answers.recommendation,
        bool_or(themes.respondent is not null) as says_so
    from derived.themes as themes
    join core.answers as answers
        on answers.meeting_id = themes.meeting_id
        and answers.recommendation = themes.recommendation
        and (themes.respondent is null or themes.respondent = answers.respondent)
    where answers.text <> ''
    group by all
)
select
    about.theme,
    about.meeting_id,
    about.respondent,
    respondents.name,
    about.recommendation,
    about.says_so,
    answers.action_taken,
    answers.text as answer
from about
join core.answers as answers
    on answers.meeting_id = about.meeting_id
    and answers.respondent = about.respondent
    and answers.recommendation = about.recommendation
join core.respondents as respondents on respondents.respondent = about.respondent
order by about.theme, about.meeting_id, respondents.sort_key, about.recommendation
