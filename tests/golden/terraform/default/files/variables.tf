variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-central-1"
}
