-- Grain: one row per meeting and recommendation.
-- Key: meeting_id, recommendation.
select
    recommendations.meeting_id,
    recommendations.recommendation,
    count(*) as invited,
    count(*) filter (where matrix.status not in ('late', 'no_reply')) as replied,
    count(*) filter (where matrix.status in ('answered', 'general', 'refers_elsewhere') and matrix.words > 0) as answered,
    count(*) filter (where matrix.action_taken = 'yes') as took_action,
    count(*) filter (where matrix.action_taken = 'no') as no_action,
    count(*) filter (where matrix.status in ('blank', 'not_applicable', 'not_in_form')) as blank,
    count(*) filter (where matrix.status = 'covered_by_general') as covered_by_general,
    sum(matrix.words)::bigint as words
from core.recommendations
join derived.response_matrix as matrix
    on matrix.meeting_id = recommendations.meeting_id and matrix.recommendation = recommendations.recommendation
group by recommendations.meeting_id, recommendations.recommendation, recommendations.position
order by recommendations.meeting_id, recommendations.position
