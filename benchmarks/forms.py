"""What a browser sends of a page's last form: what stands in it, and the fourth choice of each
question."""

from html.parser import HTMLParser

FOURTH = 3


class Form(HTMLParser):
    """Reads the fields of every form with POST; the last one with fields is the page's own."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self._choices: dict[str, list[str]] = {}
        self._inside = False
        self._select = ""
        self._area = ""
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = told.get("method", "").lower() == "post"
            if self._inside:
                self.found.append({})
                self._choices = {}
        elif self._inside:
            self._field(tag, told)

    def _field(self, tag: str, told: dict[str, str]) -> None:
        name, fields = told.get("name", ""), self.found[-1]
        if tag == "input" and told.get("type") == "radio":
            values = self._choices.setdefault(name, [])
            values.append(told.get("value", ""))
            fields[name] = values[min(FOURTH, len(values) - 1)]
        elif tag == "input" and told.get("type") not in {"checkbox", "submit"} and name:
            fields[name] = told.get("value", "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in told or not fields.get(self._select):
                fields[self._select] = told.get("value", "")
        elif tag == "textarea":
            self._area = name
            fields[name] = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[-1][self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""


def filled(body: str) -> dict[str, str]:
    """The fields of the page's own form, filled in."""
    forms = [fields for fields in Form(body).found if len(fields) > 1]
    return forms[-1] if forms else {}
