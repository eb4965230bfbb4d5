"""How people ask for learning paths and quizzes. Looked for in folded lower case with plain apostrophes."""

import re


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


_POLITE = (
    r"(?:(?:hey|hej|hi|hello|czesc|ok|okay|so|well|please|prosze|now|teraz|and|then|to|a|i|czy|can|could|would|will|you"
    r"|mozesz|moglbys|moglabys|mozecie)[\s,!-]+)*"
)
# What follows "quiz" when somebody builds one instead of taking it.
_BUILT = (
    r"(?!\s*(?:app|aplikacj|bot|generator|game|gr[ay]\b|platform|page|stron|file|plik|yaml|json|html|service|serwis|in |w "
    r"|for my|dla moich))"
)
# A path in a file system, or the variable PATH.
_NOT_A_FILE = r"(?! (?:to |do |of the |pliku|katalog|systemow|variable|zmienn))"
_END = (
    r"(?=\s*(?:$|[?.!,;:]|(?:as|if|when|being|with|in|learning|studying|and|jako|jesli|gdy|bedac|nauk\w*|prace|w|z|ze|dla"
    r"|zeby|zawodowo)\b))"
)
_MY_PATH_EN = r"my (?:learning |study )?(?:path|plan)\b"

# A question about paths or quizzes in general, which the pages may answer.
ABOUT = _any(rf"^{_POLITE}(?:what (?:is|are) (?:an? |the )?(?!(?:my|next)\b)|what does|co to|czym (?:jest|sa)|po co|why|dlaczego)")
HOW = _any(
    rf"^{_POLITE}(?:how|jak|what|what's|which|where|when|why|is|are|does|do|should|did|co|czym|jaki\w*|gdzie|kiedy|ile|dlaczego)\b"
)
QUIZ = _any(
    rf"\bquiz\w*{_BUILT}",
    r"\b(?:przepyt|odpyt|przeegzamin)(?:aj|ac|asz|uj|owac|ujesz)\b",
    r"\b(?:sprawdz|przetestuj) (?:mnie|moja wiedze|co umiem|co wiem)\b",
    r"\btest (?:me\b|my knowledge|what i know)",
    r"\b(?:question|examine) me\b",
    r"\bask me (?:some |a few |several )?questions\b",
    r"\bzadaj mi (?:kilka |pare )?pyta",
)
PATH = _any(
    r"\b(?:(?:learning|study|career|training)[ -](?:path|plan|track)s?|curriculum|learning roadmap)\b",
    r"\bsciez\w+ (?:nauki|rozwoju|edukacyjn\w+|szkoleniow\w+|uczenia sie)\b",
    r"\b(?:plan|program)\w* nauki\b",
)
PATH_FOR = _any(r"\b(?:path|track|roadmap) for\b", r"\bsciez\w+ (?:dla|data|ml|inzynier\w*|lider\w*|devops\w*|mlops)\b")
MY_PATH = _any(
    rf"\b(?:my|our) (?:learning |study )?(?:path|progress|plan)\b{_NOT_A_FILE}",
    rf"\bmoj\w* (?:sciez\w+|postep\w*|plan\w*)\b{_NOT_A_FILE}",
)
SHOW = _any(
    r"\b(?:show|see|display|open|list|pokaz\w*|wyswietl|zobacz\w*|wypisz)\b",
    r"\bhow far\b|\bwhere am i\b|\bjak mi idzie\b|\bgdzie jestem\b",
)
BEGIN = _any(
    rf"\bwhere (?:do|should|can|would|to|shall) ?i? ?(?:best )?(?:start|begin){_END}",
    rf"\bhow (?:do|should|can|would) i (?:start|begin|get started){_END}",
    rf"\bgdzie (?:\w+ ){{0,2}}zaczac{_END}",
    rf"\bod czego (?:\w+ ){{0,3}}(?:zaczac|zaczynac|zaczynam){_END}",
    rf"\bjak (?:\w+ ){{0,2}}zaczac{_END}",
)
# The whole message, from somebody who does not know more to say.
BARE_BEGIN = _any(
    rf"^{_POLITE}(?:i'?a?m (?:new|a beginner)(?: here)?[,. ]+|jestem (?:now\w+|poczatkujac\w+)(?: tutaj)?[,. ]+)?"
    r"(?:where|how) (?:do|should|can|to) ?i? (?:start|begin|get started)\W*$",
    rf"^{_POLITE}(?:jestem (?:now\w+|poczatkujac\w+)(?: tutaj)?[,. ]+)?(?:od czego|gdzie|jak) (?:mam |najlepiej )?zaczac\W*$",
)
# What a quiz is wanted about.
SUBJECT = _any(
    r"\b(?:quiz\w*|knowledge|questions|what i know|wiedz\w+|przepyt\w+ mnie|odpyt\w+ mnie|mnie przepyt\w+|pyta\w*|umiem|wiem|me)"
    r" (?:on|about|of|over|z|ze|o|na temat) (?!my\b|moj)(?P<subject>.+?)\W*$"
)
BECOME = _any(
    r"\b(?:how (?:do|can|to) ?i? ?become|i(?: would like|'d like| want) to (?:be|become)|jak zostac)\b",
    r"\b(?:chce\w*|chcial\w+) (?:zostac|byc)\b",
    r"\bwhat (?:should|do|must) i learn\b|\bwhat to learn\b",
    r"\bczego (?:\w+ ){0,3}(?:sie )?(?:na)?uczyc\b",
)
NEXT = _any(
    r"\bwhat(?:'s| is| comes| do i do| should i (?:do|learn|read))?(?: the)? next(?: step)? (?:on|in|of|for) " + _MY_PATH_EN,
    rf"\bnext step (?:on|in|of) {_MY_PATH_EN}",
    r"\bmy next (?:step|lesson)\b|\bnext lesson\b",
    r"\bwhat (?:should|do) i learn (?:next|now)\b",
    rf"\bcontinue (?:with )?{_MY_PATH_EN}",
    r"\bco (?:mam robic )?(?:dalej|teraz|nastepne) (?:w|na|z) (?:mojej |swojej |moja )?sciez\w+(?! do| pliku)",
    r"\b(?:nastepny|kolejny) krok (?:w |na |z )?(?:mojej |swojej )?sciez\w+",
    r"\bmoj (?:nastepny|kolejny) krok\b",
    r"\bczego (?:mam |powinien\w* |powinna\w* )?(?:sie )?(?:teraz |dalej )?uczyc (?:sie )?(?:teraz|dalej)\b",
    r"\bkontynuuj\w* (?:moja |swoja )?(?:sciez\w+|nauke)",
)
START = _any(
    r"\b(?:start|begin|enrol\w*|sign me up|put me)\b.{0,50}\b(?:path|track|curriculum)\b",
    r"\b(?:zacznij\w*|rozpocznij\w*|zaczynam\w*|rozpoczynam\w*|zapisz mnie|zaczac|rozpoczac)\b.{0,50}\bsciez\w+",
)
DONE = _any(
    r"\b(?:i(?:'ve| have)?|we have) (?:just )?(?:finished|completed|done)\b.{0,70}\bstep\b",
    r"\bmark\b.{0,70}\bstep\b.{0,70}\b(?:done|finished|complete\w*)\b",
    r"\b(?:skonczyl\w*|ukonczyl\w*|zrobil\w*|zaliczyl\w*|odhacz\w*|oznacz\w*|zalicz)\b.{0,70}\b(?:krok\w*|etap\w*)\b",
)
ANSWERS = re.compile(r"(?:\d+\s*[.):-]?\s*)?[a-d](?:[\s,;]+(?:\d+\s*[.):-]?\s*)?[a-d]){2,}|[a-d]{3,6}")
