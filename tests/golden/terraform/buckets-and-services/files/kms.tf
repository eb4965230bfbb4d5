resource "aws_kms_key" "this" {
  description             = "Data of scoring"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}

resource "aws_kms_alias" "this" {
  name          = "alias/scoring"
  target_key_id = aws_kms_key.this.key_id
}
