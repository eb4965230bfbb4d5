"""How a workload is reached: Service, Ingress, NetworkPolicy."""

from typing import Literal

from pydantic import model_validator

from generators.frame import GeneratorOptions, option, refusal, values
from generators.kubernetes.reading import names, places, ports, secrets


class ExposureOptions(GeneratorOptions):
    """Ways in."""

    service_type: Literal["ClusterIP", "NodePort", "LoadBalancer", "headless"] = option(
        "ClusterIP",
        "Type of the Service.",
        pl="Typ Service.",
        words={
            "NodePort": ("nodeport", "node port"),
            "LoadBalancer": ("loadbalancer*", "load balancer*", "load-balancer*"),
            "headless": ("headless", "bezglow*"),
        },
    )
    service_port: values.Port = option(80, "Port of the Service.", pl="Port Service.", read=ports.service_port)
    node_port: int | None = option(
        None,
        "Port that every node opens, with NodePort.",
        pl="Port otwierany na każdym węźle, przy NodePort.",
        read=ports.node_port,
        ge=30000,
        le=32767,
    )
    host: values.Hostname | None = option(
        None,
        "Host name of the Ingress; naming one adds an Ingress.",
        pl="Nazwa hosta w Ingress; podanie jej dodaje Ingress.",
        read=places.host,
    )
    path: values.UrlPath = option(
        "/",
        "Path of the Ingress.",
        pl="Ścieżka w Ingress.",
        cues=("under the path", "path prefix", "pod sciezka", "prefix*", "sciezk* ingress*"),
    )
    ingress_class: values.DnsLabel = option(
        "nginx",
        "Class of the Ingress.",
        pl="Klasa Ingress.",
        read=places.ingress_class,
    )
    tls: bool = option(True, "TLS for the Ingress.", pl="TLS w Ingress.", cues=("tls", "https", "certyfikat*", "certificate*"))
    tls_secret: values.DnsLabel | None = option(
        None,
        "Secret with the certificate; <name>-tls when nothing is said.",
        pl="Secret z certyfikatem; bez podania <nazwa>-tls.",
        read=secrets.tls_secret,
    )
    issuer: values.DnsLabel | None = option(
        None,
        "ClusterIssuer of cert-manager that makes the certificate.",
        pl="ClusterIssuer cert-managera, który wystawia certyfikat.",
        cues=("issuer", "cluster-issuer", "clusterissuer", "cluster issuer", "wystawca"),
    )
    allow_from: tuple[values.DnsLabel, ...] = option(
        (),
        "Namespaces whose pods may call, in the NetworkPolicy; the own namespace when nothing is said.",
        pl="Przestrzenie nazw, z których wolno wywoływać (NetworkPolicy); bez podania tylko własna.",
        read=names.allowed_namespaces,
        max_length=10,
    )

    @model_validator(mode="after")
    def _node_port_fits(self) -> "ExposureOptions":
        if self.node_port is not None and self.service_type not in ("NodePort", "LoadBalancer"):
            raise refusal(
                f"`node_port`: {self.node_port} needs the service type NodePort; set service_type",
                f"`node_port`: {self.node_port} wymaga typu NodePort; ustaw service_type",
            )
        return self
