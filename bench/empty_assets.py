"""The peer of `run_time.py`: materializes 12 empty assets in one process on a persistent instance.

usage: DAGSTER_HOME=/some/folder python bench/empty_assets.py
"""

import dagster as dg


def _asset(number: int) -> dg.AssetsDefinition:
    @dg.asset(name=f"empty_{number}", deps=[f"empty_{number - 1}"] if number else [])
    def empty() -> None: ...

    return empty


assets = [_asset(number) for number in range(12)]
definitions = dg.Definitions(assets=assets, jobs=[dg.define_asset_job("empty")], executor=dg.in_process_executor)

if __name__ == "__main__":
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    with dg.DagsterInstance.get() as instance:
        done = definitions.resolve_job_def("empty").execute_in_process(instance=instance, run_config=quiet)
    raise SystemExit(0 if done.success else 1)
