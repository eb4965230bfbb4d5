"""The training itself, by sentence-transformers' trainer: it keeps a checkpoint every few minutes and goes on from the last one."""

from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer, SentenceTransformerTrainer, SentenceTransformerTrainingArguments, models
from sentence_transformers.training_args import MultiDatasetBatchSamplers
from tokenizers import Tokenizer
from transformers import BertModel, PreTrainedTokenizerFast
from transformers.trainer_utils import get_last_checkpoint

from training.examples import Material
from training.losses import MeansPassages, StaysInPlace

_BATCH = 64
_RATE = 3e-5
_MOST_TOKENS = 128


def trainable(base: BertModel, tokenizer: Path, folder: Path) -> SentenceTransformer:
    """The model as sentence-transformers sees it; its files are written into `folder`."""
    base.save_pretrained(folder)
    pieces = Tokenizer.from_file(str(tokenizer))
    named = {"pad_token": "<pad>", "unk_token": "<unk>", "bos_token": "<s>", "eos_token": "</s>"}
    PreTrainedTokenizerFast(tokenizer_object=pieces, **named).save_pretrained(folder)
    words = models.Transformer(str(folder), max_seq_length=_MOST_TOKENS)
    pooling = models.Pooling(words.get_embedding_dimension(), "mean")
    return SentenceTransformer(modules=[words, pooling, models.Normalize()], device="cpu")


def fit(model: SentenceTransformer, material: Material, folder: Path, *, epochs: float, seed: int) -> None:
    """Train in place. Checkpoints stand in `folder`; what is found there is gone on with."""
    torch.manual_seed(seed)
    arguments = SentenceTransformerTrainingArguments(
        output_dir=str(folder),
        num_train_epochs=epochs,
        per_device_train_batch_size=_BATCH,
        learning_rate=_RATE,
        warmup_steps=0.1,
        lr_scheduler_type="linear",
        weight_decay=0.01,
        bf16=True,
        use_cpu=True,
        seed=seed,
        save_steps=100,
        save_total_limit=2,
        logging_steps=20,
        report_to="none",
        multi_dataset_batch_sampler=MultiDatasetBatchSamplers.PROPORTIONAL,
    )
    stays = StaysInPlace(model)
    trainer = SentenceTransformerTrainer(
        model=model,
        args=arguments,
        train_dataset=material.datasets,
        loss={"questions": MeansPassages(model, material.bank), "passages": stays, "translations": stays},
    )
    trainer.train(resume_from_checkpoint=get_last_checkpoint(str(folder)) if folder.is_dir() else None)
