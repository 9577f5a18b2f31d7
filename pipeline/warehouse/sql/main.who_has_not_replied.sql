-- Grain: one row per meeting and respondent that was invited and has not replied, on the day it is asked.
-- Key: meeting_id, respondent.
select
    outstanding.meeting_id,
    outstanding.respondent,
    respondents.name,
    life_cycle.stage,
    outstanding.deadline,
    outstanding.days_left,
    outstanding.last_replied_to
from derived.outstanding_replies as outstanding
join core.respondents as respondents on respondents.respondent = outstanding.respondent
join derived.life_cycle as life_cycle on life_cycle.meeting_id = outstanding.meeting_id
order by outstanding.meeting_id, respondents.sort_key
