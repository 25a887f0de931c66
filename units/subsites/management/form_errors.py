"""What the terminal is told: a form's errors, each under the name of its option, and a port that is none."""

from argparse import ArgumentTypeError

from django.forms import Form

# Options whose name on the command line is shorter than the field's.
_OPTIONS = {"hostname": "host"}


def explain(form: Form) -> str:
    lines = []
    for name, errors in form.errors.items():
        option = "" if name == "__all__" else f"--{_OPTIONS.get(name, name).replace('_', '-')}: "
        lines += [f"{option}{error}" for error in errors]
    return "\n".join(lines)


def port_number(text: str) -> int:
    """An option's value as a port; a site with another number could never be reached."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 65535:
        raise ArgumentTypeError("cổng là một số từ 1 đến 65535")
    return int(text)
