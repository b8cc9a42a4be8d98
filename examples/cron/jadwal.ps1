# One job of the office's calendar for the Task Scheduler of Windows, as jadwal.sh does it for cron: silent when all
# is well, with the exit status of kskd, and a line in the log for each run. `pasang` registers the four tasks.
# Usage: powershell -File jadwal.ps1 bulan|semester|pengingat|cadangan|pasang
# Environment: KSKD (the program), KSKD_DB (the registry), KSKD_OUT, KSKD_REMIND (folders), KSKD_LOG (the log).
param([Parameter(Mandatory)][ValidateSet('bulan', 'semester', 'pengingat', 'cadangan', 'pasang')][string]$Job)
$ErrorActionPreference = 'Stop'
$kskd = if ($env:KSKD) { $env:KSKD } else { 'kskd' }
$registry = if ($env:KSKD_DB) { $env:KSKD_DB } else { Join-Path (Get-Location) 'kskd.db' }
$out = if ($env:KSKD_OUT) { $env:KSKD_OUT } else { 'laporan' }
$texts = if ($env:KSKD_REMIND) { $env:KSKD_REMIND } else { 'pengingat' }
$log = if ($env:KSKD_LOG) { $env:KSKD_LOG } else { Join-Path (Split-Path $registry) 'jadwal.tsv' }

if ($Job -eq 'pasang') {
    # Monthly triggers are known to schtasks alone.
    $command = "powershell -NoProfile -File `"$PSCommandPath`""
    schtasks /Create /F /TN 'kskd bulan' /SC MONTHLY /D 1 /ST 06:00 /TR "$command bulan"
    schtasks /Create /F /TN 'kskd semester' /SC MONTHLY /M 'JAN,JUL' /D 1 /ST 07:00 /TR "$command semester"
    schtasks /Create /F /TN 'kskd pengingat' /SC WEEKLY /D MON /ST 06:30 /TR "$command pengingat"
    schtasks /Create /F /TN 'kskd cadangan' /SC DAILY /ST 20:00 /TR "$command cadangan"
    exit $LASTEXITCODE
}

$key = [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash(
        [Text.Encoding]::UTF8.GetBytes($log))).Replace('-', '').Substring(0, 16)
$lock = New-Object Threading.Mutex($false, "kskd-$key-$Job")
try { $held = $lock.WaitOne(0) } catch [Threading.AbandonedMutexException] { $held = $true }
if (-not $held) {
    [Console]::Error.WriteLine("jadwal.ps1: $Job masih berjalan; tidak dijalankan lagi.")
    exit 75
}
$begun = Get-Date
$month = $begun.AddMonths(-1).ToString('yyyy-MM')
$semester = if ($begun.Month -gt 6) { "$($begun.Year)-S1" } else { "$($begun.Year - 1)-S2" }
$words = switch ($Job) {
    'bulan' { , @('report', '--kind', 'bulanan', '--period', $month, '--out', $out) }
    'semester' { , @('report', '--period', $semester, '--out', $out) }
    'pengingat' { , @('remind', '--since-last', '--out', $texts) }
    'cadangan' { , @('backup') }
}
$status = 1
try {
    & $kskd @words --db $registry
    $status = $LASTEXITCODE
}
finally {
    $seconds = [int]((Get-Date) - $begun).TotalSeconds
    $line = "$($begun.ToString('yyyy-MM-ddTHH:mm:ss'))`t$Job`t$status`t$seconds`n"
    [IO.File]::AppendAllText($log, $line, (New-Object Text.UTF8Encoding($false)))
    $lock.ReleaseMutex()
}
exit $status
