"""The inside of a paragraph."""

import pytest


@pytest.mark.parametrize(
    ("markdown", "reads"),
    [
        ("a [link](http://x.pl 'title') and <http://y.pl>", "a link and http://y.pl"),
        ("*soft* **hard** ***both***", "soft **hard** **both**"),
        ("code `a  b` and ``c`d``", "code `a b` and ``c`d``"),
        ("![A diagram of *pods*](x.png)", "A diagram of pods"),
        ("![Image](x.png) Text", "Text"),
        ("one\ntwo  \nthree", "one two\nthree"),
        ("a<br/>b", "a\nb"),
        ("press <kbd>Ctrl</kbd> and <code>x</code>, <b>now</b>", "press `Ctrl` and `x`, **now**"),
        ("replace <name> and <your-token> with yours", "replace <name> and <your-token> with yours"),
        ("an <abbr title='x'>API</abbr> in <span class='c'>colour</span>", "an API in colour"),
        ("a <custom>wrapped</custom> word", "a wrapped word"),
        ("5 &lt; 6 &amp; \\*stars\\* &rarr; end", "5 < 6 & *stars* → end"),
        ("[a][ref]\n\n[ref]: http://x.pl", "a"),
    ],
)
def test_what_a_paragraph_reads_as(texts, markdown, reads):
    assert texts(markdown) == [reads]
