output "bucket" {
  description = "Where data and models are."
  value       = aws_s3_bucket.this.bucket
}

output "repository_url" {
  description = "Where images are pushed."
  value       = aws_ecr_repository.this.repository_url
}

output "ci_role_arn" {
  description = "Role that CI assumes."
  value       = aws_iam_role.ci.arn
}
