"""Runs in the rivals' environment: `rival.py febrl3|febrl4 FOLDER` lays a known data set down,
`rival.py SYSTEM IN OUT` links a file and writes its pairs.

Plain recipes, as their manuals give them: comparisons by Jaro-Winkler, weights by expectation and
maximisation on the file itself.
"""

import sys
import time
from pathlib import Path
from typing import Any

import pandas as pd

SEED = 1


def splink(frame: pd.DataFrame) -> pd.DataFrame:
    """Splink on DuckDB: its own comparisons of names and births, u from random pairs, m by EM."""
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    told = frame.replace("", None)
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="rec_id",
        blocking_rules_to_generate_predictions=[
            block_on("given", "family"),
            block_on("dob", "substr(family, 1, 1)"),
            block_on("dob", "substr(given, 1, 1)"),
            block_on("family", "birth_place"),
            block_on("given", "father_name", "event_year"),
        ],
        comparisons=[
            cl.JaroWinklerAtThresholds("given", [0.92, 0.8]),
            cl.JaroWinklerAtThresholds("family", [0.92, 0.8]),
            cl.JaroWinklerAtThresholds("father_name", [0.92, 0.8]),
            cl.LevenshteinAtThresholds("dob", [1, 2]),
            cl.ExactMatch("gender"),
            cl.JaroWinklerAtThresholds("birth_place", [0.92]),
            cl.ExactMatch("event_year"),
        ],
    )
    api = DuckDBAPI()
    linker = Linker(api.register(told), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("given", "family", "dob")], recall=0.3
    )
    training.estimate_u_using_random_sampling(max_pairs=2e6, seed=SEED)
    training.estimate_parameters_using_expectation_maximisation(block_on("dob"))
    training.estimate_parameters_using_expectation_maximisation(block_on("given", "family"))
    pairs: Any = linker.inference.predict(threshold_match_weight=-10)
    found = pairs.as_pandas_dataframe()
    named = {"rec_id_l": "a", "rec_id_r": "b", "match_weight": "weight"}
    return found.rename(columns=named)[["a", "b", "weight"]]


def recordlinkage(frame: pd.DataFrame) -> pd.DataFrame:
    """recordlinkage: blocks on names and births, Jaro-Winkler above 0.85, ECM classifier."""
    import numpy as np
    import recordlinkage as rl

    told = frame.set_index("rec_id")
    index = rl.Index()
    for columns in (["given", "family"], ["dob", "gender"], ["family", "birth_place"]):
        index.block(columns)
    pairs = index.index(told)
    compare = rl.Compare()
    for name in ("given", "middle", "family", "father_name", "birth_place"):
        compare.string(name, name, method="jarowinkler", threshold=0.85)
    for name in ("dob", "gender", "event_year"):
        compare.exact(name, name)
    features = compare.compute(pairs, told)
    some = [name for name in features if features[name].nunique() > 1]
    model = rl.ECMClassifier()
    model.fit_predict(features[some])
    likely = np.clip(model.prob(features[some]).to_numpy(), 1e-9, 1 - 1e-9)
    left, right = zip(*features.index, strict=True) if len(features) else ((), ())
    weight = np.log2(likely / (1 - likely))
    return pd.DataFrame({"a": left, "b": right, "weight": weight})


def febrl(which: str) -> pd.DataFrame:
    """FEBRL 3 or 4 without the social security number, in the columns of ours."""
    from recordlinkage import datasets

    if which == "febrl3":
        whole, links = datasets.load_febrl3(return_links=True)
    else:
        first, second, links = datasets.load_febrl4(return_links=True)
        whole = pd.concat([first, second])
    whole = whole.fillna("").astype(str)
    person = {one: one.split("-")[1] for one in whole.index}
    if not all(person[one] == person[other] for one, other in links):
        raise ValueError("the truth is not in the ids")
    born = whole["date_of_birth"]
    address = (whole["street_number"] + " " + whole["address_1"]).str.strip()
    return pd.DataFrame(
        {
            "rec_id": whole.index,
            "society": "",
            "script": "Latn",
            "given": whole["given_name"],
            "middle": "",
            "family": whole["surname"],
            "full_name": "",
            "dob": born.str[:4] + "-" + born.str[4:6] + "-" + born.str[6:],
            "age_band": "",
            "gender": "",
            "birth_place": whole["suburb"],
            "last_seen": address,
            "father_name": "",
            "mother_name": "",
            "phone": "",
            "event_year": whole["postcode"],
            "person": whole.index.map(person),
        }
    ).replace({"dob": {"--": ""}})


def main() -> None:
    what, source, *more = sys.argv[1:]
    if what.startswith("febrl"):
        febrl(what).to_parquet(Path(source) / f"{what}.parquet")
        return
    frame = pd.read_parquet(source)
    begun = time.monotonic()
    found = {"splink": splink, "recordlinkage": recordlinkage}[what](frame)
    found.attrs = {}
    found["seconds"] = time.monotonic() - begun
    found.to_parquet(more[0])


if __name__ == "__main__":
    main()
