"""Between the file that ships (ONNX, int8) and a model that can be trained (PyTorch)."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertConfig, BertModel

_OPSET = 17
_TABLES = {
    "word_embeddings": "embeddings.word_embeddings.weight",
    "position_embeddings": "embeddings.position_embeddings.weight",
    "token_type_embeddings": "embeddings.token_type_embeddings.weight",
}
Array = NDArray[np.float32]


def read_model(file: Path) -> BertModel:
    """The shipped model with its weights back in float32, each within half an int8 step of the one it was made from.

    Raises:
        ValueError: the file is not one that `write_model` wrote, or that came with the product.
    """
    graph = onnx.load(str(file)).graph
    tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    named = (name for name in tensors if name.startswith("m.") and name.endswith((".weight", ".bias")))
    state = {name.removeprefix("m."): np.array(tensors[name]) for name in named}
    state |= _tables(file, tensors) | _linear_layers(graph, tensors)
    model = BertModel(_config(state), add_pooling_layer=False)
    left_over = model.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()}, strict=False)
    if left_over.missing_keys or left_over.unexpected_keys:
        raise ValueError(f"{file} is not a model of this kind: {left_over}")
    return model.eval()


def write_model(model: BertModel, file: Path) -> None:
    """Mean pooling and unit length inside the graph; weights of matrices and tables in int8, one scale a channel."""
    plain = file.with_suffix(".float32.onnx")
    shapes = {0: "batch", 1: "tokens"}
    example = torch.tensor([[0, 5, 6, 2], [0, 7, 2, 1]])
    torch.onnx.export(
        _Embedding(model).eval(),
        (example, (example != 1).long()),
        str(plain),
        input_names=["input_ids", "attention_mask"],
        output_names=["embedding"],
        dynamic_axes={"input_ids": shapes, "attention_mask": shapes, "embedding": {0: "batch"}},
        opset_version=_OPSET,
        dynamo=False,
    )
    quantize_dynamic(plain, file, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
    plain.unlink()


class _Embedding(torch.nn.Module):
    def __init__(self, model: BertModel) -> None:
        super().__init__()
        self.m = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        hidden = self.m(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        kept = attention_mask.unsqueeze(-1).to(hidden.dtype)
        return torch.nn.functional.normalize((hidden * kept).sum(1) / kept.sum(1).clamp(min=1e-9), dim=1)


def _config(state: dict[str, Array]) -> BertConfig:
    pieces, width = state["embeddings.word_embeddings.weight"].shape
    return BertConfig(
        vocab_size=pieces,
        hidden_size=width,
        num_hidden_layers=1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layer.")),
        num_attention_heads=width // 32,
        intermediate_size=state["encoder.layer.0.intermediate.dense.bias"].size,
        max_position_embeddings=len(state["embeddings.position_embeddings.weight"]),
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        pad_token_id=1,
        attn_implementation="eager",
    )


def _tables(file: Path, tensors: dict[str, Array]) -> dict[str, Array]:
    found: dict[str, Array] = {}
    for part, name in _TABLES.items():
        stored = next((key for key in tensors if part in key and key.endswith("_quantized")), "")
        if not stored:
            raise ValueError(f"{file} has no table of {part}, so it is not a model of this kind.")
        found[name] = _restored(tensors, stored.removesuffix("_quantized"))
    return found


def _linear_layers(graph: onnx.GraphProto, tensors: dict[str, Array]) -> dict[str, Array]:
    """Matrices lost their names at the export; the bias that is added to a product still has one."""
    takers: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            takers.setdefault(name, []).append(node)
    found: dict[str, Array] = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            layer = _bias_after(node, takers, tensors).removeprefix("m.").removesuffix(".bias")
            found[f"{layer}.weight"] = _restored(tensors, node.input[1].removesuffix("_quantized")).T.copy()
    return found


def _bias_after(node: onnx.NodeProto, takers: dict[str, list[onnx.NodeProto]], tensors: dict[str, Array]) -> str:
    while node.op_type != "Add":
        node = takers[node.output[0]][0]
    return str(next(name for name in node.input if name in tensors))


def _restored(tensors: dict[str, Array], name: str) -> Array:
    stored, scale, zero = (tensors[f"{name}_{part}"] for part in ("quantized", "scale", "zero_point"))
    restored: Array = (stored.astype(np.float32) - zero.astype(np.float32)) * scale
    return restored
