"""Runs in the rivals' environment: `ceiling.py TRAIN TEST OUT` learns from one file of evidence
what its pairs are, and weighs another: what a supervised model makes of the same evidence."""

import sys

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier

LABEL = "same"


def main() -> None:
    train, test, target = sys.argv[1:]
    known, asked = pd.read_parquet(train), pd.read_parquet(test)
    columns = [name for name in known if name not in {LABEL, "left", "right"}]
    model = HistGradientBoostingClassifier(max_iter=300, random_state=1)
    model.fit(known[columns], known[LABEL])
    asked["weight"] = model.decision_function(asked[columns]) / np.log(2)
    asked[["left", "right", "weight"]].to_parquet(target)


if __name__ == "__main__":
    main()
