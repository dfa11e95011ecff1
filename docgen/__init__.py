"""docgen: one structured case becomes an issuer's complete application, in Word and PDF."""

__version__ = "0.1.0"
