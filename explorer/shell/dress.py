"""The ground that the window stands on: light, dark, or as the desktop has it.

In go the user's choice and the desktop's, out comes a dressed application. Must not know the panes.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from explorer.session.settings import Settings, Theme
from explorer.views.kit import theme


class Dress(QObject):
    """Dresses the application, and again when the desktop changes its mind."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application, self._settings = application, settings
        application.styleHints().colorSchemeChanged.connect(self._on_hints_scheme)

    @property
    def chosen(self) -> Theme:
        """What the user chose."""
        return self._settings.theme

    def wear(self) -> None:
        """Put the chosen ground on, if it is not worn already."""
        dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        choice = self._settings.theme
        wanted: theme.Ground = choice if choice != "system" else "dark" if dark else "light"
        theme.dress(self._application, wanted)

    def choose(self, choice: Theme) -> None:
        """Take the user's choice."""
        if choice != self._settings.theme:
            self._settings.theme = choice
            self.wear()

    def _on_hints_scheme(self, _scheme: Qt.ColorScheme) -> None:
        if self._settings.theme == "system":
            self.wear()
