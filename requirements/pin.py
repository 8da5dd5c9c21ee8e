"""Choose library versions anew and write them with hashes: `make pin`. The files carry no address of any index."""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def main() -> None:
    """Compile each .in file to a .txt of the same name for Python 3.11 on Linux."""
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
    for name in ("base", "postgres", "dev"):
        command = ["uv", "pip", "compile", "--quiet", "--generate-hashes", "--no-header", "--upgrade"]
        command += ["--python-version", "3.11", "--python-platform", "x86_64-manylinux_2_28"]
        subprocess.run(
            [sys.executable, "-m", *command, str(HERE / f"{name}.in"), "-o", str(HERE / f"{name}.txt")], check=True
        )


if __name__ == "__main__":
    main()
