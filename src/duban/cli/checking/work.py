"""Reads the reports one after another and checks each by the settings that hold for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from duban.checks import audit, catalogue
from duban.checks.fingerprint import fingerprint
from duban.checks.selection import Selection
from duban.checks.sifting import Policy, sift
from duban.cli.checking import baseline, settings, suppression_file
from duban.cli.checking.baseline import Baseline
from duban.cli.checking.checked import ORDER, Checked, Run, Unread
from duban.cli.checking.settings import Settings
from duban.cli.names import STANDARD
from duban.cli.source import ledger_at, reading_of
from duban.cli.terminal.waiting import waiting
from duban.documents.file import printable
from duban.model import Severity, UserError

if TYPE_CHECKING:
    from duban.cli.check import Request
    from duban.cli.language import Say
    from duban.model import Ledger, Reading


def check(request: Request, say: Say) -> tuple[Run, Severity]:
    """Check every file; one that cannot be read does not keep the others from it.

    Args:
        request: what was asked for.
        say: language of what is shown meanwhile.

    Returns:
        What was found, and the lowest severity that counts.

    Raises:
        UserError: the settings, the baseline or last year's report cannot be read.
    """
    work = _Work(request, say)
    checked: list[Checked] = []
    unread: list[Unread] = []
    for file in request.files:
        try:
            checked.append(work.one(file))
        except UserError as error:
            unread.append(Unread(printable(file), error))
    return Run(tuple(checked), tuple(unread), work.rules, request.proofs), work.severity()


class _Work:
    def __init__(self, request: Request, say: Say) -> None:
        self.request, self.say = request, say
        self.rules = catalogue.rules()
        self.baseline = baseline.load(request.baseline) if request.baseline else Baseline()
        self._settings: dict[Path, Settings] = {}
        self._severities: list[Severity] = []
        given = {folder: self._found(folder) for folder in map(_folder, request.files)}
        self._by_folder = {folder: self._load(path) for folder, path in given.items()}
        self._homes = {folder: path.parent if path else folder for folder, path in given.items()}
        self.previous = self._previous()

    # -- settings ------------------------------------------------------------

    def _found(self, folder: Path) -> Path | None:
        return self.request.config or settings.find(folder)

    def _load(self, path: Path | None) -> Settings:
        if path is None:
            return Settings()
        if path not in self._settings:
            self._settings[path] = settings.load(path, self.rules)
        return self._settings[path]

    def severity(self) -> Severity:
        """Return the lowest severity that counts; of several settings the strictest holds."""
        if self.request.severity:
            return Severity(self.request.severity)
        return max((s.check.severity for s in self._by_folder.values()), key=ORDER.index)

    def _selection(self, file: Path) -> Selection:
        folder = _folder(file)
        path = os.path.relpath(file.absolute(), self._homes[folder].absolute())
        set_down = self._by_folder[folder].selection(Path(path).as_posix())
        if self.request.select:  # what is asked for by name goes before what is set down
            return Selection(self.request.select, self.request.ignore)
        return Selection(set_down.select, (*set_down.ignore, *self.request.ignore))

    # -- reports -----------------------------------------------------------------

    def _previous(self) -> Ledger | None:
        old = self.request.previous
        if old is None:
            return None
        with waiting(self.say(f"正在读 {old.name}", f"Reading {old.name}")):
            return ledger_at(old)

    def one(self, file: Path) -> Checked:
        """Read and check one report."""
        with waiting(self.say(f"正在检查 {file.name}", f"Checking {file.name}")):
            reading = reading_of(file)
            policy = self._policy(file, reading)
            chosen = [r for r in self.rules.values() if policy.selection.covers(r.code)]
            found = audit(reading, previous=self.previous, chosen=chosen)
            sifted = sift(found, reading, policy, self.rules)
        name, text = reading.document.source.name, reading.document.text
        gone = self.baseline.vanished(name, (fingerprint(f, text) for f in sifted.known))
        return Checked(printable(file), reading, sifted, gone, self.previous)

    def _policy(self, file: Path, reading: Reading) -> Policy:
        document = reading.document
        suppressions = (
            suppression_file.in_text(document, self.rules)
            if file == STANDARD
            else suppression_file.beside(file, document, self.rules)
        )
        return Policy(
            self._selection(file),
            self._by_folder[_folder(file)].sections(),
            suppressions,
            self.baseline.counts(),
        )


def _folder(file: Path) -> Path:
    return Path.cwd() if file == STANDARD else file.absolute().parent
