variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-central-1"
}

variable "vpc_id" {
  description = "The VPC that the machines belong to."
  type        = string
}

variable "private_subnet_ids" {
  description = "Private subnets, in at least two availability zones."
  type        = list(string)

  validation {
    condition     = length(var.private_subnet_ids) >= 2
    error_message = "Name subnets in at least two availability zones."
  }
}

variable "model_image" {
  description = "Image that serves the model, in ECR."
  type        = string
}

variable "model_data_url" {
  description = "The model's archive in S3."
  type        = string

  validation {
    condition     = startswith(var.model_data_url, "s3://")
    error_message = "The model has to lie in S3: s3://bucket/path/model.tar.gz."
  }
}

variable "alert_email" {
  description = "Who is told."
  type        = string
  default     = "ml@example.com"
}
