-- Grain: one row per meeting and respondent, for all who were invited or replied.
-- Key: meeting_id, respondent.
with counted as (
    select
        meeting_id,
        respondent,
        count(*) filter (where status in ('answered', 'general', 'refers_elsewhere') and words > 0) as answered,
        count(*) as recommendations,
        sum(words)::bigint as words
    from derived.response_matrix
    group by all
),
standing as (
    select * from core.replies where stands
),
about as (
    select meeting_id, respondent, count(*) as findings
    from quality.findings
    where respondent is not null and accepted_on is null
    group by all
)
select
    counted.meeting_id,
    counted.respondent,
    standing.received_on,
    case
        when standing.respondent is null then 'no_reply'
        when standing.status = 'late' then 'late'
        when standing.received_on is null then 'unknown'
        else 'in_time'
    end as timeliness,
    counted.answered,
    counted.answered / counted.recommendations as coverage,
    counted.words,
    standing.publish,
    coalesce(about.findings, 0) as findings
from counted
left join standing on standing.meeting_id = counted.meeting_id and standing.respondent = counted.respondent
left join about on about.meeting_id = counted.meeting_id and about.respondent = counted.respondent
order by counted.meeting_id, counted.respondent
