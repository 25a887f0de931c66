"""A form's errors as lines for the terminal, each under the name of its option."""

from django.forms import Form

# Options whose name on the command line is shorter than the field's.
_OPTIONS = {"hostname": "host"}


def explain(form: Form) -> str:
    lines = []
    for name, errors in form.errors.items():
        option = "" if name == "__all__" else f"--{_OPTIONS.get(name, name).replace('_', '-')}: "
        lines += [f"{option}{error}" for error in errors]
    return "\n".join(lines)
