-- Grain: one row per meeting and respondent, for all who were invited or replied; made of all meetings.
-- Key: meeting_id, respondent.
with told as (
    select
        summary.*,
        meetings.body,
        meetings.ordinal,
        meetings.starts,
        summary.timeliness <> 'no_reply' as replied
    from derived.respondent_summary as summary
    join core.meetings as meetings on meetings.meeting_id = summary.meeting_id
),
compared as (
    select
        *,
        count(*) over before_and_now as invitations,
        count(*) filter (where replied) over before_and_now as replies,
        lag(meeting_id) over in_order as previous_meeting,
        coverage - lag(coverage) over in_order as coverage_change,
        words - lag(words) over in_order as words_change
    from told
    window
        in_order as (partition by body, respondent order by starts, ordinal, meeting_id),
        before_and_now as (
            partition by body, respondent
            order by starts, ordinal, meeting_id
            rows between unbounded preceding and current row
        )
)
select
    meeting_id,
    respondent,
    body,
    ordinal,
    starts,
    replied,
    case timeliness when 'in_time' then true when 'late' then false end as in_time,
    answered,
    coverage,
    words,
    invitations,
    replies,
    previous_meeting,
    coverage_change,
    words_change,
    case
        when previous_meeting is null then 'first'
        when coverage_change > 0 then 'more'
        when coverage_change < 0 then 'fewer'
        else 'same'
    end as trend
from compared
order by body, respondent, starts, ordinal, meeting_id
