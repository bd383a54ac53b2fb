"""A ledger whose every free text is hostile, and its harmless twin of the same shape."""

import claimtrack as ct

HOSTILE = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 1</script>",
    "</style><style>body{display:none}</style>",
    "</title><img src=x onerror='window.ran=1'>",
    '"><svg onload="window.ran=1"><use href="https://example.org/x.svg#a"/></svg>',
    "' onmouseover='window.ran=1' style='background:url(https://example.org/y.png)",
    "{{ 7 * 7 }}{% for x in y %}${window.ran=1}`",
    "<!-- --><![CDATA[ ]]> &lt;b&gt; &#60;script&#62;",
    "javascript:window.ran=1",
    "</textarea></select></option></dd></table></main><base href='https://example.org/'>",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
    "قال الوزير إن الجولة ستعقد في <b>أيلول</b>",
    "<" * 1_999,
    "x" * 1_999,
)
URLS = (
    "javascript:window.ran=1",
    "JaVaScRiPt:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "vbscript:msgbox(1)",
    'https://example.org/"onclick="window.ran=1',
    "https://example.org/<script>",
    "//example.org/x",
    "https://",
)


def quoted(text: str) -> str:
    """A text in single quotes, as YAML takes it back."""
    return "'" + text.replace("'", "''") + "'"


def ledger_with(texts: tuple[str, ...], urls: tuple[str, ...]) -> ct.Ledger:
    """A ledger that has one of `texts` wherever a person may write one; claim texts stand alone on their issues."""
    lines = [f"title: {quoted(texts[0])}", "sides:"]
    lines += [f"  side{n}: {quoted(text)}" for n, text in enumerate(texts[:2])]
    lines.append("speakers:")
    for n, text in enumerate(texts):
        lines.append(
            f"  s{n}: {{name: {quoted(text)}, role: {quoted(text)}, organisation: {quoted(text)}, side: side{n % 2}}}"
        )
    lines.append("issues:")
    for n, text in enumerate(texts):
        told = f"question: {quoted(text)}, topic: {quoted(text)}, note: {quoted(text)}"
        lines.append(f"  i{n}: {{{told}, positions: {{p: {quoted(text)}, q: {quoted(text)}}}, exclude: [[p, q]]}}")
    lines.append("claims:")
    for n, text in enumerate(texts):
        source = f"{{publisher: {quoted(text)}, title: {quoted(text)}, url: {quoted(urls[n % len(urls)])}}}"
        rest = f"about: i{n}, cue: {quoted(text)}, note: {quoted(text)}, event: {quoted(text)}, via: [{quoted(text)}]"
        for side in (0, 1):
            speaker = n if n % 2 == side else (n + 1) % len(texts)
            words = quoted(text if side == 0 else f"Nothing at all is said on matter {n}.")
            lines.append(
                f"  - {{id: c{n}-{side}, speaker: s{speaker}, side: side{side}, date: 2024-0{1 + side}-01, "
                f"holds: {'pq'[side]}, source: {source}, {rest}, text: {words}}}"
            )
    return ct.ledger_of("\n".join(lines) + "\n", name="hostile.yaml")
