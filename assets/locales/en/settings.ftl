settings-title = Settings
settings-look = Appearance
settings-language = Language
settings-theme = Colours
settings-theme-system = Same as the computer
settings-theme-light = Light
settings-theme-dark = Dark
settings-text = Text size
settings-text-size = { $size }%
settings-locking = Locking
settings-lock-after = Lock automatically after
settings-lock-after-hint = Counted from the last key or click. Kundbok also locks when the computer goes to sleep.
settings-lock-minutes = { $minutes ->
    [1] 1 minute
    [60] 1 hour
   *[other] { $minutes } minutes
}
settings-business = Your business
settings-business-why = Shown on the privacy policy and on what you hand over to a customer.
settings-business-saved = The details of the business are saved
settings-version = Kundbok { $version }
