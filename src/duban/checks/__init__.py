"""Checks a report: coded findings, and proofs of what holds.

One rule is one module, named by its code, in the folder of its family; `docs/checks.md` says how
to write one. Rules are pure: they see a `Report` and yield outcomes.
"""

from duban.checks.catalogue import rules
from duban.checks.runner import audit, check

__all__ = ["audit", "check", "rules"]
