"""The kinds of values that options take. Each grammar is the field's own; where it is stricter, the comment says why."""

from typing import Annotated

from pydantic import AfterValidator, Field

from generators.frame.cidr import check_cidr
from generators.frame.cron import check_cron
from generators.frame.grammar import Grammar

_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = rf"{_LABEL}(?:\.{_LABEL})*"
_PATH = r"[A-Za-z0-9_.][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.][A-Za-z0-9_.-]*)*"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_EDGE = r"(?<![\w./:@-])"

DnsLabel = Annotated[
    str,
    Grammar(
        r"[a-z](?:[a-z0-9-]*[a-z0-9])?",  # a leading digit is a valid label but not a valid Service name (RFC 1035)
        "must be a DNS label (RFC 1123): 1-63 lower-case letters, digits and hyphens, starting with a letter and not ending "
        "with a hyphen",
        "musi być etykietą DNS (RFC 1123): 1-63 małe litery, cyfry i myślniki, z literą na początku i bez myślnika na końcu",
        longest=63,
    ),
]
Hostname = Annotated[
    str,
    Grammar(
        rf"(?:\*\.)?{_HOST}",
        "must be a host name such as api.example.com",
        "musi być nazwą hosta, na przykład api.example.com",
        find=rf"{_EDGE}{_LABEL}(?:\.{_LABEL})*\.[a-z]{{2,}}(?![\w/:-])",
    ),
]
Image = Annotated[
    str,
    Grammar(
        rf"(?:{_HOST}(?::\d{{2,5}})?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*"
        r"(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?",
        "must be an image reference such as registry.example.com/team/api:1.4.0",
        "musi być nazwą obrazu, na przykład registry.example.com/zespol/api:1.4.0",
        # A letter before the first colon, or "1:30" would be one.
        find=rf"{_EDGE}(?=[\w./-]*[a-z][\w./-]*:)(?:{_HOST}(?::\d{{2,5}})?/)?[a-z0-9]+(?:[._-][a-z0-9]+)*"
        r"(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*:\w(?:[\w.-]*\w)?(?![\w/:])",
    ),
]
Repository = Annotated[
    str,
    Grammar(
        rf"(?:{_HOST}(?::\d{{2,5}})?/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*",
        "must be an image name without a tag, such as ghcr.io/acme/api",
        "musi być nazwą obrazu bez znacznika, na przykład ghcr.io/acme/api",
        find=rf"{_EDGE}{_HOST}(?::\d{{2,5}})?/[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*(?![\w/])",
    ),
]
Port = Annotated[int, Field(ge=1, le=65535)]
Memory = Annotated[
    str,
    Grammar(
        r"[1-9]\d{0,5}(?:Ki|Mi|Gi|Ti|k|M|G|T)",  # a bare number means bytes, and "512MB" or "512m" are the usual slips
        "must be a Kubernetes quantity of memory with its unit, such as 512Mi or 2Gi",
        "musi być ilością pamięci w zapisie Kubernetesa z jednostką, na przykład 512Mi lub 2Gi",
        find=r"(?<![\w.])\d+ ?(?:Ki|Mi|Gi|Ti|[KMGT]B?|[kmgt]b)(?!\w)",
        longest=8,
    ),
]
Cpu = Annotated[
    str,
    Grammar(
        r"[1-9]\d{0,5}m|(?:[1-9]\d{0,2}|0)(?:\.\d{1,3})?",
        "must be a Kubernetes quantity of CPU, such as 500m or 2",
        "musi być ilością CPU w zapisie Kubernetesa, na przykład 500m lub 2",
        find=r"(?<![\w.])\d+m(?!\w)",
        longest=8,
    ),
]
Cron = Annotated[
    str,
    AfterValidator(check_cron),
    Grammar(
        r"[\d*/,A-Za-z-]+(?: [\d*/,A-Za-z-]+){4}",
        "must be a cron line of five fields (minute 0-59, hour 0-23, day 1-31, month 1-12, weekday 0-7), such as 0 5 * * *",
        "musi być linią crona z pięciu pól (minuta 0-59, godzina 0-23, dzień 1-31, miesiąc 1-12, dzień tygodnia 0-7), na "
        "przykład 0 5 * * *",
        find=r"(?<!\S)[\"'`]?((?:[\d*][\d*/,-]*)(?: [\d*/,A-Za-z-]+){4})(?=$|[\s\"'`,;.)])",
        longest=60,
    ),
]
Duration = Annotated[
    str,
    Grammar(
        r"(?:[1-9]\d{0,4}(?:ms|s|m|h|d|w|y)){1,3}",
        "must be a duration such as 30s, 5m or 4h",
        "musi być czasem, na przykład 30s, 5m lub 4h",
        find=r"(?<![\w.])\d+ ?(?:ms|s|sec|secs|seconds?|sekund\w*|m|min|mins|minut\w*|minutes?|h|hours?|godzin\w*|d|days?|dni"
        r"|dzie[nń])(?!\w)",
        longest=16,
    ),
]
Identifier = Annotated[
    str,
    Grammar(
        # Keywords of Python are refused where they would be used as a name, in identifier.py of the kinds that need it.
        r"[a-z_][a-z0-9_]*",
        "must be a name of lower-case letters, digits and underscores that starts with a letter",
        "musi być nazwą z małych liter, cyfr i podkreśleń, zaczynającą się od litery",
        longest=63,
    ),
]
Name = Annotated[
    str,
    Grammar(
        r"[A-Za-z][A-Za-z0-9_-]*",
        "must be a name of letters, digits, hyphens and underscores that starts with a letter",
        "musi być nazwą z liter, cyfr, myślników i podkreśleń, zaczynającą się od litery",
        longest=63,
    ),
]
Bucket = Annotated[
    str,
    Grammar(
        # https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; dots break TLS, so they are refused here.
        r"(?!xn--|sthree-)[a-z0-9][a-z0-9-]{1,61}[a-z0-9](?<!-s3alias)(?<!--ol-s3)",
        "must be an S3 bucket name: 3-63 lower-case letters, digits and hyphens, starting and ending with a letter or digit",
        "musi być nazwą bucketu S3: 3-63 małe litery, cyfry i myślniki, z literą lub cyfrą na początku i na końcu",
        longest=63,
    ),
]
StorageUri = Annotated[
    str,
    Grammar(
        r"(?:s3|gs|hdfs|abfs|pvc|https?|azure|models)://?[A-Za-z0-9][A-Za-z0-9._-]*(?::\d+)?(?:/[A-Za-z0-9._=-]+)*/?",
        "must be the address of stored data, such as s3://models/churn/1 or gs://models/churn",
        "musi być adresem danych, na przykład s3://modele/churn/1 lub gs://modele/churn",
        find=r"(?:s3|gs|hdfs|abfs|pvc|azure|models)://?[A-Za-z0-9][\w.=-]*(?:/[\w.=-]+)*/?(?<![.,])",
    ),
]
Url = Annotated[
    str,
    Grammar(
        r"(?:https?|ssh|git)://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:/[A-Za-z0-9._~%=+@:-]+)*/?",
        "must be an address such as https://git.example.com/team/api.git",
        "musi być adresem, na przykład https://git.example.com/zespol/api.git",
        find=r"(?:https?|ssh)://[\w.-]+(?::\d+)?(?:/[\w.~%=+@:-]+)*/?(?<![.,;:])",
    ),
]
Path = Annotated[
    str,
    Grammar(
        rf"(?!.*(?:^|/)\.\.(?:/|$))(?:\./)?{_PATH}/?",
        "must be a relative path of letters, digits, dots, hyphens and underscores, such as src/train.py, without ..",
        "musi być ścieżką względną z liter, cyfr, kropek, myślników i podkreśleń, na przykład src/train.py, bez ..",
        find=r"(?<![\w/:.@-])(?:\./)?[A-Za-z0-9_][\w.-]*(?:/[\w.-]+)*\.(?:py|ya?ml|json|parquet|csv|txt|toml|ipynb|env|cfg|sh"
        r"|pkl|pt|onnx)(?![\w/])",
        longest=200,
    ),
]
AbsolutePath = Annotated[
    str,
    Grammar(
        rf"/(?!.*(?:^|/)\.\.(?:/|$))(?:{_PATH})?/?",
        "must be an absolute path such as /etc/mlflow.env, without ..",
        "musi być ścieżką bezwzględną, na przykład /etc/mlflow.env, bez ..",
        find=r"(?<![\w/:.@-])/[A-Za-z0-9_][\w.-]*(?:/[\w.-]+)*/?(?<![.,])",
        longest=200,
    ),
]
UrlPath = Annotated[
    str,
    Grammar(
        r"/[A-Za-z0-9._/-]*",
        "must be the path of an address, such as /health",
        "musi być ścieżką adresu, na przykład /health",
        find=r"(?<![\w/:.@-])/[a-z][\w-]*(?:/[\w-]+)*",
        longest=100,
    ),
]
Email = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9][A-Za-z0-9._+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+",
        "must be an e-mail address",
        "musi być adresem e-mail",
        find=r"[A-Za-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+",
        longest=120,
    ),
]
Version = Annotated[
    str,
    Grammar(
        r"v?\d+(?:\.\d+){0,3}(?:[-+.]?[A-Za-z0-9][A-Za-z0-9.-]*)?",
        "must be a version such as 1.4.0",
        "musi być wersją, na przykład 1.4.0",
        longest=40,
    ),
]
GitRef = Annotated[
    str,
    Grammar(
        r"(?!.*(?:\.\.|//|/\.|\.lock$))[A-Za-z0-9][A-Za-z0-9._/-]*[A-Za-z0-9]|[A-Za-z0-9]",
        "must be the name of a branch or tag, such as main or v1.4.0",
        "musi być nazwą gałęzi lub znacznika, na przykład main lub v1.4.0",
        longest=100,
    ),
]
Region = Annotated[
    str,
    Grammar(
        r"[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d",
        "must be an AWS region such as eu-central-1",
        "musi być regionem AWS, na przykład eu-central-1",
        find=r"\b[a-z]{2}(?:-gov)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d\b",
    ),
]
_MACHINE = r"[a-z][a-z0-9-]{1,9}\.(?:\d{0,2}xlarge|nano|micro|small|medium|large|metal)"
InstanceType = Annotated[
    str,
    Grammar(
        _MACHINE,
        "must be a type of EC2 machine such as t3.large or g4dn.xlarge",
        "musi być typem maszyny EC2, na przykład t3.large lub g4dn.xlarge",
        find=rf"(?<![\w.]){_MACHINE}\b",
    ),
]
MlInstance = Annotated[
    str,
    Grammar(
        rf"ml\.{_MACHINE}",
        "must be a type of SageMaker machine such as ml.m5.xlarge",
        "musi być typem maszyny SageMakera, na przykład ml.m5.xlarge",
        find=rf"(?<![\w.])ml\.{_MACHINE}\b",
    ),
]
DbInstance = Annotated[
    str,
    Grammar(
        rf"db\.{_MACHINE}",
        "must be a type of RDS machine such as db.t4g.medium",
        "musi być typem maszyny RDS, na przykład db.t4g.medium",
        find=rf"(?<![\w.])db\.{_MACHINE}\b",
    ),
]
Metric = Annotated[
    str,
    Grammar(
        r"[a-zA-Z_:][a-zA-Z0-9_:]*",
        "must be a Prometheus metric name: letters, digits, underscores and colons, not starting with a digit",
        "musi być nazwą metryki Prometheusa: litery, cyfry, podkreślenia i dwukropki, bez cyfry na początku",
        longest=120,
    ),
]
EnvName = Annotated[
    str,
    Grammar(
        r"[A-Z_][A-Z0-9_]*",
        "must be the name of an environment variable, such as MODEL_PATH",
        "musi być nazwą zmiennej środowiskowej, na przykład MODEL_PATH",
        find=r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b",
        longest=100,
    ),
]
Text = Annotated[
    str,
    Grammar(
        # The printable characters of a single line. Whatever else they mean elsewhere, renderers quote them.
        r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*",
        "must be a single line of text without control characters, at most 200 characters",
        "musi być jednym wierszem tekstu bez znaków sterujących, do 200 znaków",
        longest=200,
    ),
]
PythonVersion = Annotated[
    str,
    Grammar(
        r"3\.(?:1[0-4])",
        "must be a supported Python: 3.10, 3.11, 3.12, 3.13 or 3.14",
        "musi być wspieraną wersją Pythona: 3.10, 3.11, 3.12, 3.13 lub 3.14",
        find=r"(?i)(?:\bpython|\bpy)[ :]*(?:w wersji |version |na |to |wersj\w+ )?(\d\.\d{1,2})(?!\d)",
    ),
]
EcrName = Annotated[
    str,
    Grammar(
        r"[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*",
        "must be the name of an ECR repository: lower-case letters, digits, single - . _ and /, such as team/churn-api",
        "musi być nazwą repozytorium ECR: małe litery, cyfry, pojedyncze - . _ i /, na przykład zespol/churn-api",
        longest=100,
    ),
]
CodeRepository = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9][A-Za-z0-9_.-]*){1,4}",
        "must be a repository with its owner, such as acme/churn-api",
        "musi być repozytorium z właścicielem, na przykład acme/churn-api",
        find=r"(?<![\w/:.@-])[A-Za-z0-9][\w.-]*(?:/[A-Za-z0-9][\w-]*){1,4}(?![\w/:.])",
        longest=120,
    ),
]
KubernetesVersion = Annotated[
    str,
    Grammar(
        r"1\.(?:2[5-9]|3\d)",
        "must be a version of Kubernetes such as 1.34",
        "musi być wersją Kubernetesa, na przykład 1.34",
        longest=4,
    ),
]
Cidr = Annotated[
    str,
    AfterValidator(check_cidr),
    Grammar(
        # Zeros to the byte's end fit any longer prefix; check_cidr judges the bits of the rest.
        rf"{_BYTE}\.0\.0\.0/(?:[89]|[12]\d|3[0-2])|{_BYTE}\.{_BYTE}\.0\.0/(?:1[6-9]|2\d|3[0-2])"
        rf"|{_BYTE}(?:\.{_BYTE}){{2}}\.0/(?:2[4-9]|3[0-2])|{_BYTE}(?:\.{_BYTE}){{3}}/(?:[89]|[12]\d|3[0-2])",
        "must be a range of IPv4 addresses such as 10.0.0.0/16",
        "musi być zakresem adresów IPv4, na przykład 10.0.0.0/16",
        find=r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}/\d{1,2}(?!\w)",
        longest=18,
    ),
]
VpcCidr = Annotated[
    str,
    AfterValidator(check_cidr),
    Grammar(
        rf"{_BYTE}\.{_BYTE}\.0\.0/(?:1[6-9]|2[0-2])|{_BYTE}(?:\.{_BYTE}){{2}}\.0/(?:1[6-9]|2[0-2])",
        "must be a range of addresses for a network, from /16 to /22, such as 10.0.0.0/16",
        "musi być zakresem adresów sieci, od /16 do /22, na przykład 10.0.0.0/16",
        find=r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}/\d{1,2}(?!\w)",
        longest=18,
    ),
]
TagText = Annotated[
    str,
    Grammar(
        # https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html: what every service takes.
        r"[A-Za-z0-9+=._:/@-](?:[A-Za-z0-9 +=._:/@-]*[A-Za-z0-9+=._:/@-])?",
        "must be the text of an AWS tag: letters, digits, spaces and + - = . _ : / @",
        "musi być tekstem tagu AWS: litery, cyfry, spacje i znaki + - = . _ : / @",
        longest=120,
    ),
]
DebianPackage = Annotated[
    str,
    Grammar(
        r"[a-z0-9][a-z0-9+.-]*[a-z0-9+]",
        "must be the name of a system package, such as libgomp1 or g++",
        "musi być nazwą pakietu systemowego, na przykład libgomp1 lub g++",
        longest=80,
    ),
]
Glob = Annotated[
    str,
    Grammar(
        # As in .gitignore and .dockerignore, without "!" and "[": what is let in again has an option of its own.
        r"(?!.*(?:^|/)\.\.(?:/|$))(?!.*//)/?[A-Za-z0-9_.*?@+-][A-Za-z0-9_.*?/@+-]*",
        "must be a pattern of paths, such as data/, *.parquet or models/**/*.onnx, without spaces and ..",
        "musi być wzorcem ścieżek, na przykład data/, *.parquet lub models/**/*.onnx, bez spacji i ..",
        find=r"(?<![\w/:.@*-])(?:[\w.-]+/)*(?:\*\*/)?\*[\w.*-]*[\w*]|(?<![\w/:.@*-])(?:[\w.-]+/)+(?![\w*])",
        longest=120,
    ),
]
ParameterName = Annotated[
    str,
    Grammar(
        r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?",
        "must be the name of a parameter, such as max_depth or train.max_depth",
        "musi być nazwą parametru, na przykład max_depth lub train.max_depth",
        longest=80,
    ),
]
RemoteUrl = Annotated[
    str,
    Grammar(
        r"(?:s3|gs|azure)://[A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9._=-]+)*/?"
        r"|ssh://(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?(?:/[A-Za-z0-9._-]+)+"
        r"|(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+",
        "must be the address of storage: s3://bucket/dir, gs://bucket/dir, azure://container/dir, ssh://user@host/dir or /mnt/dir",
        "musi być adresem magazynu: s3://bucket/kat, gs://bucket/kat, azure://kontener/kat, ssh://osoba@host/kat lub /mnt/kat",
        longest=200,
    ),
]
ImageTag = Annotated[
    str,
    Grammar(
        r"v?\d{1,4}(?:\.\d{1,4}){0,3}(?:-[a-z0-9]+(?:[.-][a-z0-9]+)*)?",
        "must be a version as images are tagged, such as 16, 7-alpine or v3.1.0",
        "musi być wersją jak w znacznikach obrazów, na przykład 16, 7-alpine lub v3.1.0",
        longest=40,
    ),
]
CommandLine = Annotated[
    str,
    Grammar(
        r"[A-Za-z0-9_./-]+(?: [A-Za-z0-9_./:=@,+%-]+)*",
        "must be a program and its arguments without quotes, such as python worker.py --queue high",
        "musi być programem z argumentami bez cudzysłowów, na przykład python worker.py --queue high",
        longest=200,
    ),
]
