Target amd64-unicode
; The per-user installer: no administrator, nothing outside the user's own profile and HKCU.
; makensis -DVERSION=0.1.0 -DBUNDLE=folder -DOUT=setup.exe -DICON=safer-desktop.ico safer-desktop.nsi
Unicode true
!include "MUI2.nsh"

!define NAME "Safer Desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SaferDesktop"
!define KIND "SaferDesktop.Pack"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
InstallDir "$LOCALAPPDATA\Programs\Safer Desktop"
InstallDirRegKey HKCU "Software\Safer Desktop" "Folder"
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "Sets up ${NAME} for one user"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\SaferDesktop.exe"
!insertmacro MUI_PAGE_LICENSE "${BUNDLE}\LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; A folder that holds something else than an earlier Safer Desktop is never emptied.
!macro RemoveProgram
  IfFileExists "$INSTDIR\SaferDesktop.exe" 0 +3
    RMDir /r "$INSTDIR\lib"
    RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\SaferDesktop.exe"
  Delete "$INSTDIR\safer-desktop.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\IT.md"
  Delete "$INSTDIR\sbom.cdx.json"
!macroend

Section "Install"
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Safer Desktop.lnk" "$INSTDIR\SaferDesktop.exe"

  WriteRegStr HKCU "Software\Safer Desktop" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.safer" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "Safer Desktop pack"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\SaferDesktop.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\SaferDesktop.exe" --open "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Safer Desktop contributors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\SaferDesktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Packs, settings, working copies and earlier saves are the user's own and stay.
Section "Uninstall"
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Safer Desktop.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.safer" ""
  StrCmp $0 "${KIND}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.safer"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Safer Desktop"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
