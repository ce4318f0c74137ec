"""Where things lie."""

from pathlib import Path

import platformdirs
import pytest

from netlog import config


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"XDG_DATA_HOME": "/x/data", "XDG_CONFIG_HOME": "/x/conf"},
        {"XDG_DATA_HOME": " ", "XDG_CONFIG_HOME": ""},
    ],
)
def test_folders_are_those_of_platformdirs(
    home: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert config.path(environ) == Path(platformdirs.user_config_dir("netlog")) / "config.toml"
    assert (
        config.database(config.Config({}), None, environ)
        == Path(platformdirs.user_data_dir("netlog")) / "netlog.db"
    )
