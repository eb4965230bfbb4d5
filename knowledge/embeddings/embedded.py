"""The model that ships inside: multilingual-e5-small for English and Polish, int8, on ONNX Runtime."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from errors import ModelError
from knowledge.embeddings import Vectors

MODEL = "multilingual-e5-small-en-pl"
_MOST_TOKENS = 512
_WORKERS = min(8, os.cpu_count() or 1)


class EmbeddedModel:
    """E5 with its prefixes.

    Texts are embedded one at a time: int8 layers scale by the whole batch, so a text's vector would depend a little on its
    neighbours (cosine 0.997), and two indexes of the same pages would rank them differently. Several texts are embedded side by
    side with one thread each: 42 passages/s on 2 cores, against 24 to 33 with both cores on one text or one batch.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Load model and tokenizer, about 0.2 s, from another folder than the product's if one is given.

        Raises:
            ModelError: the model's files are missing or damaged.
        """
        self.name = f"embedded:{MODEL}"
        self._lock = threading.Lock()
        with as_file(files("knowledge").joinpath("models", MODEL)) as own:
            self._session, self._tokenizer = _load(folder or own)

    def embed_query(self, text: str) -> Vectors:
        """A question's vector, shape [384]."""
        return self._embed("query: " + text)

    def embed_passages(self, texts: list[str]) -> Vectors:
        """The passages' vectors, shape [len(texts), 384]; texts of over 512 tokens are cut."""
        with ThreadPoolExecutor(_WORKERS) as workers:
            rows = list(workers.map(self._embed, ("passage: " + text for text in texts)))
        return np.array(rows, dtype=np.float32).reshape(-1, 384)

    def count_tokens(self, text: str) -> int:
        """Tokens of a text, without the markers at both ends."""
        with self._lock:
            self._tokenizer.no_truncation()
            return len(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def _embed(self, text: str) -> Vectors:
        with self._lock:
            self._tokenizer.enable_truncation(_MOST_TOKENS)
            ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        output: Vectors = self._session.run(["embedding"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0]
        return output


def _load(folder: Path) -> tuple[onnxruntime.InferenceSession, Tokenizer]:
    missing = [name for name in ("tokenizer.json", "model.onnx") if not (folder / name).is_file()]
    if missing:
        raise ModelError(f"The embedding model is incomplete: {folder} lacks {' and '.join(missing)}. Install Sternik again.")
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1  # the workers are the threads; a question alone takes as long with one as with two
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # both libraries raise nothing more particular than that
        raise ModelError(f"The embedding model in {folder} is damaged ({error}). Install Sternik again.") from error
    tokenizer.no_padding()
    return session, tokenizer
