FROM python:3.12.12-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/sternik
WORKDIR /src
# The packages change less often than the code, so they are a layer of their own.
COPY requirements.lock ./
RUN /opt/sternik/bin/pip install --requirement requirements.lock
COPY . ./
RUN /opt/sternik/bin/pip install --no-deps .

FROM python:3.12.12-slim-bookworm
# The user has a number and no name, so HOME has to be said; nothing of value is written there.
ENV PATH=/opt/sternik/bin:$PATH \
    HOME=/tmp \
    PYTHONUNBUFFERED=1 \
    STERNIK_HOME=/data
COPY --from=build /opt/sternik /opt/sternik
RUN install --directory --owner=10001 --group=10001 /data
USER 10001:10001
# A fresh volume starts as a copy of this folder, so the first start has nothing left to index. An empty folder mounted
# from the host is filled at first start instead, from the same shipped files and with no network.
RUN python -c "from agents import open_assistant; from settings import Settings; open_assistant(Settings.from_env())"
VOLUME /data
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=5m --start-interval=5s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
ENTRYPOINT ["sternik"]
CMD ["serve", "--address", "0.0.0.0"]
