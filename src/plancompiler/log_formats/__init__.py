"""The formats of `planc log`, one a file: being here is the registration."""
