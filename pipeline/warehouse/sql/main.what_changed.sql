-- Grain: one row per meeting and respondent that was invited to an earlier meeting of the same body as well.
-- Key: meeting_id, respondent.
select
    history.meeting_id,
    history.previous_meeting,
    history.respondent,
    respondents.name,
    history.trend,
    earlier.replied as replied_before,
    history.replied as replied_now,
    earlier.answered as answered_before,
    history.answered as answered_now,
    history.coverage_change,
    earlier.words as words_before,
    history.words as words_now
from derived.respondent_history as history
join derived.respondent_history as earlier
    on earlier.meeting_id = history.previous_meeting and earlier.respondent = history.respondent
join core.respondents as respondents on respondents.respondent = history.respondent
order by history.meeting_id, respondents.sort_key
