"""JSX in MDX pages."""

import pytest


@pytest.mark.parametrize(
    ("jsx", "reads"),
    [
        pytest.param(
            '<Tabs groupId="os">\n<TabItem value="pip" label="With pip">\n\nText.\n\n</TabItem>\n</Tabs>',
            ["With pip", "Text."],
            id="tabs",
        ),
        pytest.param('<Card\n  title="Serving"\n  description="Runs models"\n/>', ["Serving: Runs models"], id="card"),
        pytest.param(
            '<Tree items={[{ name: "a", f: () => <b/>, more: [{ name: "b" }] }]} />\n\nText.', ["Text."], id="nested braces"
        ),
        pytest.param('See <APILink fn="mlflow.log">`log`</APILink> now.', ["See `log` now."], id="inline"),
        pytest.param("Set <TOKEN> and a < b, `<Kept x=1>`.", ["Set <TOKEN> and a < b, `<Kept x=1>`."], id="placeholder"),
        pytest.param(
            "<div style={{a: 1}}>\n    <p>Text.</p>\n    <ul><li>one</li></ul>\n</div>", ["Text.", "- one"], id="indented html"
        ),
    ],
)
def test_tags_go_and_what_they_hold_stays(texts, jsx, reads):
    assert texts(f"# T\n\n{jsx}\n", "a.mdx") == reads
