"""Splink on a Spark of this machine, shut against everybody else."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kintrace.matching.linked.model import RECORD

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import SparkSession


def pairs(table: pa.Table, settings: Any, least: float) -> tuple[Any, Any]:
    """The pairs that passed, as two columns of record numbers. Raises ImportError without the
    extra."""
    from splink import Linker, SparkAPI  # noqa: PLC0415 the extra brings it

    with TemporaryDirectory(prefix="kintrace-spark-") as folder:
        session = _session(folder)
        try:
            api: Any = SparkAPI(spark_session=session)  # type: ignore[no-untyped-call]
            frame = session.createDataFrame(table)
            linker = Linker(api.register(frame), settings)
            found = linker.inference.predict(threshold_match_weight=least).as_spark_dataframe()
            rows = found.select(f"{RECORD}_l", f"{RECORD}_r").toPandas()
        finally:
            session.stop()
    return rows[f"{RECORD}_l"].to_numpy(), rows[f"{RECORD}_r"].to_numpy()


def _session(folder: str) -> SparkSession:
    from pyspark.sql import SparkSession  # noqa: PLC0415 the extra brings it
    from splink.backends.spark import similarity_jar_location  # noqa: PLC0415

    builder = SparkSession.builder.master("local[2]").appName("kintrace")
    told = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.jars": similarity_jar_location(),
        "spark.local.dir": folder,
        "spark.sql.warehouse.dir": f"{folder}/warehouse",
        "spark.sql.shuffle.partitions": "4",
        "spark.default.parallelism": "4",
        "spark.driver.memory": "2g",
        "spark.log.level": "ERROR",
    }
    for name, value in told.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setCheckpointDir(f"{folder}/checkpoints")
    return session
