-- Grain: one row per meeting and respondent that was invited and has not replied, on the day it is asked.
-- Key: meeting_id, respondent.
select
    summary.meeting_id,
    summary.respondent,
    meetings.deadline,
    coalesce(meetings.as_at, meetings.deadline) as cutoff,
    (meetings.deadline - current_date)::bigint as days_left,
    (
        select max_by(earlier.meeting_id, earlier.starts)
        from derived.respondent_history as earlier
        where earlier.respondent = summary.respondent
            and earlier.replied
            and earlier.starts < meetings.starts
    ) as last_replied_to
from derived.respondent_summary as summary
join core.meetings as meetings on meetings.meeting_id = summary.meeting_id
where summary.timeliness = 'no_reply'
order by summary.meeting_id, summary.respondent
