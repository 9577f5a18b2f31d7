"""Settings of Celery's workers, which find this module on PYTHONPATH: broker, results, one task at a time.

Keeps out: Dagster's store (`dagster.yaml`) and the workspace (`rapporteur.env`).
"""

import os

broker_url = os.environ["RAPPORTEUR_BROKER"]
result_backend = os.environ["RAPPORTEUR_RESULTS"]
broker_connection_retry_on_startup = True

# One meeting at a time for each worker, and none in reserve: a meeting that waits is for the next free worker.
worker_concurrency = 1
worker_prefetch_multiplier = 1
worker_disable_prefetch = True

# Libraries keep memory that they no longer need: a child of a worker gives way to a new one after so many meetings.
worker_max_tasks_per_child = 200
