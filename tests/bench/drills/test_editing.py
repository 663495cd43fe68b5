"""What a browser would send back of a page."""

from bench.drills.editing import Form

PAGE = """<form><input name="a" value="1"><input type="checkbox" name="b" value="on"><input type="submit" name="c">
<input type="checkbox" name="d" value="on" checked><textarea name="e">
Sở Tài chính &amp; Sở Y tế</textarea><select name="f"><option value="x"><option value="y" selected></select></form>"""


def test_fields_are_read_as_a_browser_sends_them() -> None:
    fields = Form(PAGE).fields
    assert fields.keys() == {"a", "d", "e", "f"}
    assert (fields["a"], fields["d"], fields["f"]) == ("1", "on", "y")
    assert fields["e"].strip() == "Sở Tài chính & Sở Y tế"
