"""Hosts, addresses, paths and networks."""

from typing import Annotated

from pydantic import AfterValidator

from generators.frame.cidr import check_cidr
from generators.frame.grammar import Grammar
from generators.frame.values.pieces import EDGE, HOST, LABEL

_PATH = r"[A-Za-z0-9_.][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_.][A-Za-z0-9_.-]*)*"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
Hostname = Annotated[
    str,
    Grammar(
        rf"(?:\*\.)?{HOST}",
        "must be a host name such as api.example.com",
        "musi być nazwą hosta, na przykład api.example.com",
        find=rf"{EDGE}{LABEL}(?:\.{LABEL})*\.[a-z]{{2,}}(?![\w/:-])",
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
