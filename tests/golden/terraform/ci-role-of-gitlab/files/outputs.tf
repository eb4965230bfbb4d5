output "ci_role_arn" {
  description = "Role that CI assumes."
  value       = aws_iam_role.ci.arn
}
