"""What AWS calls things."""

from typing import Annotated

from generators.frame.grammar import Grammar

_MACHINE = r"[a-z][a-z0-9-]{1,9}\.(?:\d{0,2}xlarge|nano|micro|small|medium|large|metal)"
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
Region = Annotated[
    str,
    Grammar(
        r"[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d",
        "must be an AWS region such as eu-central-1",
        "musi być regionem AWS, na przykład eu-central-1",
        find=r"\b[a-z]{2}(?:-gov)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d\b",
    ),
]
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
EcrName = Annotated[
    str,
    Grammar(
        r"[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*",
        "must be the name of an ECR repository: lower-case letters, digits, single - . _ and /, such as team/churn-api",
        "musi być nazwą repozytorium ECR: małe litery, cyfry, pojedyncze - . _ i /, na przykład zespol/churn-api",
        longest=100,
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
