-- Grain: one row per meeting, as it stands on the day it is asked.
-- Key: meeting_id.
select
    meeting_id,
    case
        when issued then 'issued'
        when current_date < dispatched then 'planned'
        when current_date <= coalesce(as_at, deadline) then 'open'
        else 'closing'
    end as stage,
    dispatched,
    coalesce(as_at, deadline) as cutoff,
    (coalesce(as_at, deadline) - current_date)::bigint as days_left,
    note_date
from core.meetings
