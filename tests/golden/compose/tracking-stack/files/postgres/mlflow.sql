-- Runs once, when the volume of the database is still empty.
CREATE DATABASE mlflow;
