output "buckets" {
  description = "Where data and models are."
  value       = values(aws_s3_bucket.this)[*].bucket
}

output "shell_command" {
  description = "What opens a shell on the machine."
  value       = "aws ssm start-session --target ${aws_instance.this.id}"
}

output "endpoint_name" {
  description = "What clients invoke."
  value       = aws_sagemaker_endpoint.this.name
}

output "sagemaker_role_arn" {
  description = "Role of SageMaker jobs and models."
  value       = aws_iam_role.sagemaker.arn
}

output "database_address" {
  description = "Where the database listens."
  value       = aws_db_instance.this.address
}

output "database_secret_arn" {
  description = "Where its password is."
  value       = aws_db_instance.this.master_user_secret[0].secret_arn
}

output "alerts_topic_arn" {
  description = "Topic of the alarms."
  value       = aws_sns_topic.alerts.arn
}
