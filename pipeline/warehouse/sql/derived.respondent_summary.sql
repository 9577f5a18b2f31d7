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
kept as (
    -- The reply that counts; where there is only a late one, the latest of these.
    select *
    from core.replies
    where status in ('included', 'late')
    qualify row_number() over (
        partition by meeting_id, respondent order by status = 'included' desc, received_on desc, file
    ) = 1
),
about as (
    select meeting_id, respondent, count(*) as findings
    from quality.findings
    where respondent is not null
    group by all
)
select
    counted.meeting_id,
    counted.respondent,
    kept.received_on,
    case
        when kept.respondent is null then 'no_reply'
        when kept.status = 'late' then 'late'
        when kept.received_on is null then 'unknown'
        else 'in_time'
    end as timeliness,
    counted.answered,
    counted.answered / counted.recommendations as coverage,
    counted.words,
    kept.publish,
    coalesce(about.findings, 0) as findings
from counted
left join kept on kept.meeting_id = counted.meeting_id and kept.respondent = counted.respondent
left join about on about.meeting_id = counted.meeting_id and about.respondent = counted.respondent
order by counted.meeting_id, counted.respondent
