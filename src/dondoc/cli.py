"""The dondoc command: read and check directives, explain targets and periods, prepare and serve the product."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

DONE, FAULTY, UNUSABLE = 0, 1, 2
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives 0 done, 1 done with findings of severity error, 2 the input could not be used."""
    options = _parser().parse_args(arguments)
    run: Command = options.run
    try:
        return run(options)
    except BrokenPipeError:
        return DONE
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dondoc", description="Đôn Đốc: từ văn bản đã ký đến kết quả đã xác minh.")
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    for name, run, words in (
        ("read", read, "Đọc một văn bản, in danh mục nhiệm vụ, chỉ tiêu."),
        ("check", check, "Đọc một văn bản, in những chỗ sai hoặc đáng xem."),
    ):
        command = _command(commands, name, run, words)
        command.add_argument("file", type=Path, metavar="TỆP")
        command.add_argument(
            "--agencies",
            type=Path,
            metavar="TỆP",
            help="danh sách cơ quan của tỉnh (TOML, JSON, hoặc mỗi dòng một cơ quan)",
        )
    target = _command(commands, "target", explain_target, "Giải nghĩa một chỉ tiêu, và xem một giá trị đã đạt chưa.")
    target.add_argument("phrase", metavar="CHỈ TIÊU")
    target.add_argument("--met", metavar="GIÁ TRỊ", help="giá trị thực hiện")
    periods = _command(
        commands, "periods", list_periods, "In các kỳ báo cáo của một năm: số liệu từ ngày nào, hạn ngày nào."
    )
    periods.add_argument("--year", type=int, required=True, metavar="NĂM")
    up = _command(commands, "up", serve, "Chuẩn bị cơ sở dữ liệu và phục vụ.", as_json=False)
    up.add_argument("--port", type=int, default=8000)
    up.add_argument("--host", default="127.0.0.1")
    up.add_argument("--demo", action="store_true", help="nạp tỉnh mẫu")
    _command(commands, "demo", load_demo, "Nạp tỉnh mẫu.", as_json=False)
    audit = _command(commands, "audit", keep_audit, "Kiểm tra chuỗi nhật ký, hoặc xuất đầu chuỗi có ký số của hôm nay.")
    audit.add_argument("what", choices=("verify", "export"), metavar="verify|export")
    audit.add_argument("--heads", type=Path, metavar="THƯ MỤC", help="nơi giữ các đầu chuỗi đã xuất")
    _command(commands, "doctor", examine, "Xem máy này có đủ những gì cần.")
    return parser


def _command(commands: Any, name: str, run: Command, words: str, *, as_json: bool = True) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    command.set_defaults(run=run)
    if as_json:
        command.add_argument("--json", action="store_true", help="in dạng JSON")
    return command


def read(options: argparse.Namespace) -> int:
    """Read one directive and print its catalogue."""
    catalogue = _catalogue(options)
    if catalogue is None:
        return UNUSABLE
    if options.json:
        _print_json(catalogue.as_json())
    else:
        _print_catalogue(catalogue)
    return _verdict(catalogue.findings)


def check(options: argparse.Namespace) -> int:
    """Read one directive and print what is wrong with it."""
    catalogue = _catalogue(options)
    if catalogue is None:
        return UNUSABLE
    if options.json:
        _print_json({"findings": [finding.as_json() for finding in catalogue.findings]})
    else:
        _print_findings(catalogue.findings)
    return _verdict(catalogue.findings)


def _catalogue(options: argparse.Namespace) -> Any:
    """Read the file in a child process; None after saying on standard error why it cannot be used."""
    from dondoc.papers.reading import isolated
    from dondoc.papers.reading.refusals import Unreadable
    from dondoc.rules.names.registry import RegistryFault

    try:
        agencies = _agencies(options.agencies) if options.agencies else None
        return isolated.read(options.file, filename=options.file.name, agencies=agencies).catalogue
    except Unreadable as refusal:
        print(refusal.message, file=sys.stderr)
    except RegistryFault as fault:
        print(f"Danh sách cơ quan “{options.agencies}” không dùng được: {fault}.", file=sys.stderr)
    except (OSError, UnicodeDecodeError):
        print(f"Không mở được danh sách cơ quan “{options.agencies}”. Kiểm tra lại đường dẫn.", file=sys.stderr)
    return None


def _agencies(path: Path) -> Any:
    from dondoc.rules.names.registry import registry_of

    return registry_of(path.read_text(encoding="utf-8-sig"), path.suffix.lstrip(".").lower())


def explain_target(options: argparse.Namespace) -> int:
    """Type one target phrase, and hold a measured value against it where one is given."""
    from dondoc.rules import targets

    found = targets.parse(options.phrase)
    doubts = targets.doubts(options.phrase, found)
    met = targets.met_all(found, options.met) if found and options.met is not None else None
    if options.json:
        answer = met.as_json() if met else None
        _print_json({"targets": [target.as_json() for target in found], "met": answer, "doubts": doubts})
        return DONE
    for target in found:
        print(f"{target.text}: {targets.say(target)}")
    if not found:
        print("Không có chỉ tiêu nào trong cụm từ này.")
    for doubt in doubts:
        print(f"Cần xem: {doubt}")
    if met:
        print(met.why)
    return DONE


def list_periods(options: argparse.Namespace) -> int:
    """Print the reporting periods of a year with their windows and dues."""
    from dondoc.rules import periods

    if not 1 < options.year < 9999:
        print(f"Năm {options.year} không dùng được. Ghi năm bằng bốn chữ số, ví dụ 2026.", file=sys.stderr)
        return UNUSABLE
    found = periods.periods_of(options.year)
    if options.json:
        _print_json({"periods": [period.as_json() for period in found]})
        return DONE
    for period in found:
        window = period.as_json()["window"]
        print(f"{period.code:9} số liệu {window['from']} đến {window['to']}, hạn {period.due_on.isoformat()}")
    return DONE


def serve(options: argparse.Namespace) -> int:
    """Prepare the database and serve; the reading worker runs beside the web server."""
    from dondoc.config import serving

    return serving.up(host=options.host, port=options.port, demo=options.demo)


def load_demo(options: argparse.Namespace) -> int:
    """Load the sample province."""
    from dondoc.config import serving

    return serving.load_demo()


def keep_audit(options: argparse.Namespace) -> int:
    """Verify the audit trail against itself and its exported heads, or export the head of today."""
    from dondoc.config import serving

    if options.what == "export":
        print(f"Đã xuất đầu chuỗi nhật ký ra “{serving.export_audit_head(options.heads)}”.")
        return DONE
    verdict, words = serving.verify_audit(options.heads)
    if options.json:
        breaks = [{"number": each.number, "code": each.code} for each in verdict.breaks]
        _print_json({"entries": verdict.entries, "exported_heads": verdict.exported, "breaks": breaks})
    else:
        print(f"{verdict.entries} mục nhật ký, {verdict.exported} đầu chuỗi đã xuất.")
        print("\n".join(words) or "Chuỗi nhật ký còn nguyên.")
    return FAULTY if verdict.breaks else DONE


def examine(options: argparse.Namespace) -> int:
    """Check the installation and say what to mend."""
    from dondoc.config import doctor

    found = doctor.examine()
    if options.json:
        _print_json({"checks": [each.as_json() for each in found]})
    else:
        for each in found:
            print(f"{'✓' if each.fine else '✗' if each.needed else '·'} {each.words}")
    return DONE if all(each.fine or not each.needed for each in found) else FAULTY


def _verdict(findings: Sequence[Any]) -> int:
    return FAULTY if any(finding.severity == "error" for finding in findings) else DONE


def _print_json(values: dict[str, Any]) -> None:
    print(json.dumps(values, ensure_ascii=False, indent=1))


def _print_catalogue(catalogue: Any) -> None:
    document = catalogue.document
    day = document.issued_on.strftime("%d/%m/%Y") if document.issued_on else "không rõ ngày"
    print(f"{document.number or 'Không rõ số'}, {day}: {document.title or 'không rõ trích yếu'}")
    doubted = [item for item in catalogue.items if item.doubts]
    aims = sum(len(item.targets) for item in catalogue.items)
    print(f"{len(catalogue.items)} nhiệm vụ, {aims} chỉ tiêu, {len(doubted)} dòng cần xem.")
    section = None
    for item in catalogue.items:
        if item.section != section:
            section = item.section
            print(f"\n{section or ''}")
        figures = "; ".join(target.text for target in item.targets)
        print(f"  {item.ref:8} {item.text}{' → ' + figures if figures else ''} [{'; '.join(item.leads)}]")
    print()
    _print_findings(catalogue.findings)


def _print_findings(findings: Sequence[Any]) -> None:
    if not findings:
        print("Không có nhận xét nào.")
    names = {"error": "Phải sửa", "warning": "Cần xem", "note": "Để biết"}
    for finding in findings:
        place = f"{', '.join(finding.where)}: " if finding.where else ""
        print(f"{names[finding.severity]}: {place}{finding.message}")


if __name__ == "__main__":
    sys.exit(main())
