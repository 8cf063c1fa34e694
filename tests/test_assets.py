"""What travels with the program is found in a checkout; the wheel is tried in test_wheel."""

from explorer import assets


def test_resources_and_seeds_are_found() -> None:
    assert assets.resource("icons/state.svg").is_file()
    assert assets.resource("kinds").is_dir()
    assert assets.seed("stoltenberg-china").is_dir()


def test_what_is_not_there_is_a_path_that_does_not_exist() -> None:
    assert not assets.resource("icons/no-such.svg").exists()


def test_a_table_is_read() -> None:
    assert set(assets.table("styles/tokens.toml")) == {"light", "dark"}
